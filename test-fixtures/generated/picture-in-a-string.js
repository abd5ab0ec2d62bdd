import express from "express";

// The picture stands here so that the server is one file.
const LOGO = "data:image/png;base64,gtD7fGUOv8fwNfBb0jXxUJR4QQAAabVVloZaXZxmCu1VShIqmArIntn9oX98WHgCtzC1uwB5FXZPf7stg7NvlE3LaruSrjLnonWKTn9UGKzEesg61SHE/qaQQ0NV3vTH1lS6V6+o9jl8zSOwW/rXL+iuItEnuj+hlrWB8gpj7ktsjs0sW5uqSVZu9kK1V1miDZU4XcXF8cVGROoX9YE17swJaevAszj0OvEmMlrltQ10v7SUw9ZRLsAwNpSpw23c/l9wxUhm/g1Con+kS9DP4flFRyB9jf8Ef+iTkl/8PCQmkrlD7suQEAg6NYB229x8yZl7ImA3k8nSV9/qT2GIdiKIDq2Iz+GPPcORl4TXX0UIbFNwJjHPzRB3Lo++tvHRlTlchIegkRev6xWQCrKELP6ex79pNDxGT2cOK+bRwtelqsxwRtl3uEbXyIMEEXZZF+9sA28m2p77MYTUJvx8TgOjUkeE9EsvoHC68TPpl6eUEZDdKzunX7ukI7UeWaF3iA7H50VFEsMJe+L8GfG/yHGg05nGEYWzYdKoNLUJbC4t+2wQBn5cORn9LhzoQQK8fK2fjH/fGZkvMJ1owAkQD4SCG2iNwQpInVRh/pkEIDDPGQt3hCd2QuZqtBUUMiVS532Pqo5d73V4GU8+ANQ1GaAEe9ty7bZjZmteutfH/zsSSe+wEMVyMkZp98LZwBNXxCoDnx8z5HS1uCakkJDLt0nBjeJELmsa9LPer2yAxwWapxpNvfMblniJVJ0XcI01d29fm1jKqX1DTOlX3YpNqJH+RJoY7xd9MAYUOLqTvN4pXNuNIZapvW6Kfz7wAPvQA/wrJ+lCO9tZrwSl/LOl0rI3Gc1eiJSiM93XxfL5tQKASuCCg6xKGbY4B8Kj8CGUy3EbD103wBVrSmY2Jvby1YiR8ukAPV6JJwE0TZC/o6R7eJuDBX2KiQvqbTlLkONzvmv94eRhCBxRe9HBBb1denHeExsCm45NPvjxwmVJ5HbxMmv0R6sI/Aa6FHLOrSvrhj9SPhgDgxVfh4WRGtPB6F/FD0P04cOILFI6mIiPznh6mmAp/7wTbhoa6LTtK24yWZR+V5sCS3i/beV1golNZh2th+LOOrMNkWGxWqhM0qMnIlr00IImIXFM0N71Jc1DlNpuJ7wNVfOMKw3Oin62FaRwXYpJRnG7n4gkVg68zMRZ6N4dRfVL5g7U9NmgtGPaDr9+kqHkR1l1vQlYEA+Un1k17rpBU/A97vFdA9PZVVezNx1djBaeIv3ncMv4HhAS2H7BYYNW6489lJD7aC4ZIrZMvLWcyAE2HmYxyVOxYbQz5S0Dj6ZiLd214YZpgFYUuM3uSkXAT2NA7pK+TvAHv9h5q0Vy24Cd9lNJ9cKoMKp0WpsFnPKKF+8b4mT2j5JflLmJwl0MUs2LratN7pM/pE5Hdknh6sL50Zz2PQI4pEnu1NWB5SnFNGIKllk3dE36lUqy77EWu8oLO4ivrOxz5hQS6tjXW0BzogYT36PkwEYYzf/DOnMrrsUBFZ/Ei8aFcqocv6CEPYNnPfIOsrg0VinIyWe+Bn8dHbxMk+EhA6SPKfove+AApytoibl5TBZdAmLdeaxbkRaVP+c4ngKX7Ms8BmBVUnwj8rRY5YNC/XlDZiUjziKtnOfCdjw4gI9y+Tz9HyFZhqWv3UxdHkd1+9W79+4eepcSKP57BSB+ROFI24XPCq3rcU//pGoB/FaYgjmde4I/9dq1hbu3AoPTeoketflN9gPiFSNM4mScopXF32xAOhyLMAon7RTumjK32A69n8MnJf2ONexY8uZSDDPz0B7rdo/had+9gIiKl3F7GWGd2TaseI2Xc5+R4Uu9O7mJ7pufJjvnEsvsVcw0vi10cXDrFMZ28O2YvcyOEwodsU0qjn/pVdF6pcL/tmLmSq+V8Zy4iDYN1UCqgDCt3OcXokayUR9ky6phoqEky8ehJNKN0NuR/1E8vpgPYO/QIskQdGxOQ5Jb4JiAMad3/mOdR+v/CR0iRExE1Vt69+1dps82PDCY5Rqp0KrixJPJJJSJY/3swfvYYKniE0xcpQTBZ4ZGAvg///J5JoWFICpMO8Be7DewsOFOZ8oicu7aeYWZPx8Ci9aBcC2TSxhWrNohZuvX3V+fqHVlgSO4JPQguiH4d8d7WUhvZ2DFir1dvOA7pPr6/xKn+b2gFJur2vgZMgQhSKYKVvJQhi2Pwky43fKQavdfiwU6t1xRjsKqUyIxOlWD/ZC4/IqqUe4BmU8M0svThffXSWh2+5eW0ESWvYAlayBQ4gTL6qUIb4Yt/6JSjISLNKh27cd83+Iy7npf8BRDisJ5wc7K+fq3ybXspcZ+Jp3kShthuvYGwRxmVBqoQRr1eryffn/QayPSm2ELjrT2aC8rTvyEVkn4KDWNKCFr35juy0FjMVZwsCaSLZhRmxlH4XQlQsfZ4Ve+/QccSncp2XEXm+6Hii+nGBLdZY+iaUdZqXz7DsWPUtyU1fA6if0JJSbR2ay37TX5rBjjn3MHslqLOSs8lbJF3YeWqPCCKHth1mPA2rHADmvW0totPfsU2ZZ9gp590ghkmYibxY+Emu8v6zj2lsZ+/vBFQj6zMnZOTR3YpoR7zaeuEDy1qF8DZ9JvqcM8VZ8G7esOEZEV8Kz4PreYgWYew2X6xbI2HwzKY/l3hgo9IROqOTODK0DnNhhDgr5h9NRkk7nDR8MvXjgjyHzXxI7VF1xLlrJEGtsu0KQYkudM0WIruEHuKODvRKRVm5caGD7gJ+QFVSIVmka/eX+3hTx7rZVFeYlIFmXdPyEnPbCzJ0qNH0GlUWcjb7t8oja1f9dZvPUhGAu8qSvXhpSGlO1WEl0753R/cTXed8nGkN0SCSdNoDQsDTkgCFbBhAPW6tfqGroX3rK/YVFW8ly4xzrXrde7a9nBGF7NkL7xJIKpmkDL5M5cYbOsyrWLmiQRqBnpsqq9a0oCyPK1B4DRPszW/BGKjOqwyLhNM6FxYB7Wh9NDZBgTbYN9BmIFaNO83eXTl/E60zMHqcM4OsaBxEcsgL6BE9+84h6BElLvnWsmBzwgChRXqqo71IUr2tNQJlhDIt8SoK/ZqVvetUGN1LTnKhsnZDZOK1T55fxCe7EL+Y2fHKxf4FisPgP45YHyTHhmJmOYWwi3P1MjJASOmLugE3VafmFmXOFU7Eu2Ibgjbxq8yM5D0SjXAP4lewjTpyugeNxED3PakpqR4Zagy2DtuOqcqziPerdbQwax+M94UywWtcV3gMCVuCQDoy4IvIbUhzDSuZAhRPaOLUtpDo8D0wACOt3OvWs11zOY9uDaRhYXWfNaK+MUkAH2mCNAEWgDs5Vv5m1fSWdRaSTNx/aKrN6u/FNhGnj8dJhre9eYZBH4rgGqkVERoq/TXVOpWaeDT8POWICbSei4xBWwYZlKPkyBHCQdNq1r93HkR48cN0D8NK2Rl6KLVD2WskWPWONVfJv34W/OcgPiMkVBdPRqx6FJIEXb0P1qtGdyIYdDKF5YN2AeMOxyDnvY8KxMnwZMviKmkl0Qd2iDMZzs/M26co0Fk9qC5S4DVwOambI8SOCNl+E2aTfAc3440o+EQVUaFd3HAoKnEOjKO/Ri3925C5FWRPi4/UK7tLjdfKOpBKWL19PJJOX6hYJHiGQoVoqu6iBb17x5rtpTg5AoXvgIf6Zt9hcBgAn0sVetbtwj/ILiRN9OKJY47eJQUoUpzcmRpn6YU+47qMSoogqoaJn94N3ipJVpoSGDVxs0/p2UJ4rGCAL0T5iXeurYTdir2lAp+tJb5UDta4OKZLL7Rzrb2rTVKoeY3fyLlLBP4nc4v/cqqpHU/wV2JY2OJgbI1/x2+ZIYakoD5hdA13cAuVL92kBeRQXriR+PLrqf/k77DYOnmLtIHUjp/+0k53vDNtiZSlLORQEjf8lXYN155ewVRkv1W6kno5+wal3PJ8ADKJ0ErgVUvRf1OBYM++W1gK95zIhmEyfipewAApo1BnmrDZTzCMup+dalYA90FFt7N47w60TmgFRBQLxOxbVoyszvGnOJH/9pbmuBMn6n3SOp5BEbbFVVRCGIO4Cv8mYyQVkEWG2K0gOW6E/C+irosTj8quk3ZCfKIQwGFChkCaVKXoZDGKrU1TuLnLYRfogXPLdreFeQOyCHqO3mvyEKzcFQ9FKAAGMB0Rphba6MHeR4v2TTCxH4WraTFV4z3Q9ckC66qZVUxirp78I2EnghLkRZ6b7IeZdWkdn+oTkNRBPrbhtOabwg0f0BIyN414aZp8RlfC/c+SSmhsi2uAvPDZaBsl64tp7B6Qu37eXkcyHFg+ohOP6nyOWOh3+VKiwz1HwFGCD7xNnpAYRZZhTsmd69Vkf5yHCuxzvOfufDlghIpc1haH1tUVXdZAcW2UBLuQv5GHR6N222p9SrPsYlNlH9Z9rtuyUd9Sh/0oj+eu1t/DFef8c66YLjf3ozmG/oWMIJdFzNMZtewjhG+l/EnDJaP5/DqbxWBpMYnB+1djm6mfRar1RyWkxLHu4t19bkGVZEt2Ey6mFdYrDlmkReEWtRzmf7dyaTdbcboW1O9AWhuj0/ciyOl1QzNjgQscDtwPlErzc4JV/T0y4mVDQvpaf8ZxUzqDv41OWNzs/eHCsHuOT2mgPFZcddrpyuC1s1tBGNIICjuyR4+pslxHdvxXQZGzvlZ3CWsaipkbNJG25wcyJJoIDtXnrORt7bEG8oNPA6ng27XYu740ItbT6enuHuFcqGcjRPKPb8nQnU1e5OEMoMjd/RjCKv5lfGMgn2X/9e98OaMsYQvLPefzaFkoHzG9zjNxvq7eXdq4NfDu62xzUICItkiPQP8Qlcq/tcrRo7RU7FITCeEaY+VDzPzGC7wmAbwLWB9Y/fFZamD9Qi9P14stG+rspbhqFuU8zcn8jtuHBaQMvCoDRFOQYrCQG2N+x8XjOBeVPcQtFSJ+NQuA8fT/8NOMcYZu2mzL/HYIqGBh/yLJB6hu5xoXDlcUOKzgy1OYb5ssqKnnU78KPPNcDrOQZ7Aj9kYpfr13zawQ+kF0dXU1y/t7uFbooKOGqh9v1GYCIWJebg81l4bNEm2KvOsrnm0Y7tI7OlC0YrNivO9bAlF4aG81NSran+pvCHY20VJfzvKagxYXVpkcZczZP3S/1PejGwMMNMjATY5+uIKQCeW6Y2MEvRrNODG99qiG96WoAmxcJtrkMEWEwLHVeIaphp3nUq47wjA0lrEQ3YWXMJkqUdjLwmwL8SS4t66oBOAcw7JImhwU3vLthYXqRp2EtppYOeaKQ9AyK4OpMp25CeRsexhLDQ2V8BLaQYUmOpaw1pyH0Cnoln8KH9WFKfzqFEgFtVCXvrWQuxtu4AF3R6fFm7CXwZ1m1kZy3+OFR7";

const app = express();
app.disable("x-powered-by");

app.get("/rooms/kitchen", (_request, response) => {
  response.type("html").send(`<!doctype html><title>kitchen</title><img src="${LOGO}" alt=""><h1>The kitchen</h1>`);
});

app.get("/rooms/cellar", (_request, response) => {
  response.type("html").send(`<!doctype html><title>cellar</title><img src="${LOGO}" alt=""><h1>The cellar</h1>`);
});

app.get("/rooms/attic", (_request, response) => {
  response.type("html").send(`<!doctype html><title>attic</title><img src="${LOGO}" alt=""><h1>The attic</h1>`);
});

app.get("/rooms/hall", (_request, response) => {
  response.type("html").send(`<!doctype html><title>hall</title><img src="${LOGO}" alt=""><h1>The hall</h1>`);
});

app.get("/rooms/library", (_request, response) => {
  response.type("html").send(`<!doctype html><title>library</title><img src="${LOGO}" alt=""><h1>The library</h1>`);
});

app.get("/rooms/garden", (_request, response) => {
  response.type("html").send(`<!doctype html><title>garden</title><img src="${LOGO}" alt=""><h1>The garden</h1>`);
});

app.get("/rooms/terrace", (_request, response) => {
  response.type("html").send(`<!doctype html><title>terrace</title><img src="${LOGO}" alt=""><h1>The terrace</h1>`);
});

app.get("/rooms/garage", (_request, response) => {
  response.type("html").send(`<!doctype html><title>garage</title><img src="${LOGO}" alt=""><h1>The garage</h1>`);
});

app.get("/rooms/bathroom", (_request, response) => {
  response.type("html").send(`<!doctype html><title>bathroom</title><img src="${LOGO}" alt=""><h1>The bathroom</h1>`);
});

app.get("/rooms/pantry", (_request, response) => {
  response.type("html").send(`<!doctype html><title>pantry</title><img src="${LOGO}" alt=""><h1>The pantry</h1>`);
});

app.get("/rooms/workshop", (_request, response) => {
  response.type("html").send(`<!doctype html><title>workshop</title><img src="${LOGO}" alt=""><h1>The workshop</h1>`);
});

app.get("/rooms/study", (_request, response) => {
  response.type("html").send(`<!doctype html><title>study</title><img src="${LOGO}" alt=""><h1>The study</h1>`);
});

app.get("/rooms/nursery", (_request, response) => {
  response.type("html").send(`<!doctype html><title>nursery</title><img src="${LOGO}" alt=""><h1>The nursery</h1>`);
});

app.get("/rooms/porch", (_request, response) => {
  response.type("html").send(`<!doctype html><title>porch</title><img src="${LOGO}" alt=""><h1>The porch</h1>`);
});
// Room 2402 is being painted: it has no page until the paint is dry and the door is open again.
// Room 2499 is being painted: it has no page until the paint is dry and the door is open again.
// Room 2596 is being painted: it has no page until the paint is dry and the door is open again.
// Room 2693 is being painted: it has no page until the paint is dry and the door is open again.
// Room 2790 is being painted: it has no page until the paint is dry and the door is open again.
// Room 2887 is being painted: it has no page until the paint is dry and the door is open again.
// Room 2984 is being painted: it has no page until the paint is dry and the door is open again.
// Room 3081 is being painted: it has no page until the paint is dry and the door is open again.
// Room 3178 is being painted: it has no page until the paint is dry and the door is open again.
// Room 3275 is being painted: it has no page until the paint is dry and the door is open again.
// Room 3372 is being painted: it has no page until the paint is dry and the door is open again.
// Room 3469 is being painted: it has no page until the paint is dry and the door is open again.
// Room 3566 is being painted: it has no page until the paint is dry and the door is open again.
// Room 3663 is being painted: it has no page until the paint is dry and the door is open again.
// Room 3760 is being painted: it has no page until the paint is dry and the door is open again.
// Room 3857 is being painted: it has no page until the paint is dry and the door is open again.
// Room 3954 is being painted: it has no page until the paint is dry and the door is open again.
// Room 4051 is being painted: it has no page until the paint is dry and the door is open again.
// Room 4148 is being painted: it has no page until the paint is dry and the door is open again.
// Room 4245 is being painted: it has no page until the paint is dry and the door is open again.
// Room 4342 is being painted: it has no page until the paint is dry and the door is open again.
// Room 4439 is being painted: it has no page until the paint is dry and the door is open again.
// Room 4536 is being painted: it has no page until the paint is dry and the door is open again.
// Room 4633 is being painted: it has no page until the paint is dry and the door is open again.
// Room 4730 is being painted: it has no page until the paint is dry and the door is open again.
// Room 4827 is being painted: it has no page until the paint is dry and the door is open again.
// Room 4924 is being painted: it has no page until the paint is dry and the door is open again.
// Room 5021 is being painted: it has no page until the paint is dry and the door is open again.
// Room 5118 is being painted: it has no page until the paint is dry and the door is open again.
// Room 5215 is being painted: it has no page until the paint is dry and the door is open again.
// Room 5312 is being painted: it has no page until the paint is dry and the door is open again.
// Room 5409 is being painted: it has no page until the paint is dry and the door is open again.
// Room 5506 is being painted: it has no page until the paint is dry and the door is open again.
// Room 5603 is being painted: it has no page until the paint is dry and the door is open again.
// Room 5700 is being painted: it has no page until the paint is dry and the door is open again.
// Room 5797 is being painted: it has no page until the paint is dry and the door is open again.
// Room 5894 is being painted: it has no page until the paint is dry and the door is open again.
// Room 5991 is being painted: it has no page until the paint is dry and the door is open again.
// Room 6088 is being painted: it has no page until the paint is dry and the door is open again.
// Room 6185 is being painted: it has no page until the paint is dry and the door is open again.

app.listen(3000);
//  ^^^^^^ require-reuse-option noPolicy
