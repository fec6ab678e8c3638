// What a page of ours has to hold to, so that everybody can use it; run in the page.
() => {
  const faults = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const ids = all('[id]').map((one) => one.id);
  if (new Set(ids).size !== ids.length) faults.push('an id stands twice');
  const known = new Set(ids);
  all('a[href]').forEach((one) => {
    const within = one.getAttribute('href').startsWith('#');
    if (within && !known.has(one.hash.slice(1))) faults.push('a link leads nowhere: ' + one.getAttribute('href'));
    if (!one.textContent.trim()) faults.push('a link without words: ' + one.outerHTML);
  });
  all('[aria-describedby], [aria-labelledby]').forEach((one) => ['aria-describedby', 'aria-labelledby'].forEach((name) =>
    (one.getAttribute(name) || '').split(' ').filter(Boolean).forEach((id) => {
      if (!known.has(id)) faults.push(name + ' names nothing: ' + id);
    })));
  all('input, select').forEach((one) => { if (!one.labels.length) faults.push('no label: ' + one.outerHTML); });
  all('svg').forEach((one) => {
    if (one.ariaHidden === 'true') return;
    if (one.getAttribute('role') !== 'img' || !one.getAttribute('aria-labelledby')) faults.push('a drawing without words');
  });
  all('section, nav, article, form').forEach((one) => {
    if (!one.getAttribute('aria-labelledby') && !one.getAttribute('aria-label')) faults.push('a nameless part: ' + one.className);
  });
  all('[tabindex]').forEach((one) => { if (one.tabIndex > 0) faults.push('an order of its own: ' + one.outerHTML); });
  all('ul, ol').forEach((list) => [...list.children].forEach((one) => {
    if (one.tagName !== 'LI') faults.push('no row of a list: ' + one.tagName);
  }));
  let before = 0;
  all('h1, h2, h3, h4, h5, h6').forEach((one) => {
    const level = Number(one.tagName[1]);
    if (level > before + 1) faults.push('a level of headings is left out before: ' + one.textContent);
    before = level;
  });
  if (all('h1').length !== 1) faults.push('not one main heading');
  if (all('main').length !== 1) faults.push('not one main part');
  if (document.documentElement.lang !== 'en') faults.push('the language of the page is not said');
  if (all('[style], [onclick], [onload]').length) faults.push('a style or a script that the policy forbids');
  return faults;
}
